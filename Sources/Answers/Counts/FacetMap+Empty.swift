extension FacetMap {
  /// The map without the rows and columns that have no document.
  public var withoutEmpty: FacetMap {
    let keptRows = rows.indices.filter { rowTotals[$0] > 0 }
    let keptColumns = columns.indices.filter { columnTotals[$0] > 0 }
    var map = self
    map.rows = keptRows.map { rows[$0] }
    map.columns = keptColumns.map { columns[$0] }
    map.rowTotals = keptRows.map { rowTotals[$0] }
    map.columnTotals = keptColumns.map { columnTotals[$0] }
    map.counts = keptRows.map { row in keptColumns.map { counts[row][$0] } }
    return map
  }
}
