extension PageAddress.Pair {
  /// The parameter as a hidden field of a form.
  var hiddenField: HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
}
