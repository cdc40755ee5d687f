/// The time of day as the log of the practice server has it.
public enum ClockTime {
  /// Hours, minutes and seconds, in UTC.
  ///
  /// - Parameter seconds: Seconds since 1970-01-01 00:00 UTC.
  public static func text(_ seconds: Int64) -> String {
    let time = seconds % 86_400
    return [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
