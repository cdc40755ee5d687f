/// A step that reads an answer and can say where the answer departs from the specifications.
///
/// It says so whether the step went well or stopped, so it looks at the answer alone.
public protocol DeviationReporting: Step {
  /// Where the answer departs from the specifications; empty if it does not.
  var deviations: [Deviation] { get }
}
