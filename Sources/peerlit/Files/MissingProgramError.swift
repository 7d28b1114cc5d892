/// The program for clusters is not installed.
struct MissingProgramError: Error, CustomStringConvertible {
  var description: String {
    "Clusters need the program \(ClusterProgram.name), which is not installed. Install it with "
      + "cluster/install from a checkout of peerlit; docs/scale-out.md explains clusters."
  }
}
