/// A rule of scheduling that a schedule breaks.
public struct ScheduleViolation: Hashable, Sendable {
  /// What is checked. The numbers are the sections of the scheduling rules.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Every list of the schedule has one entry per task; dates against the target are there exactly
    /// when the network has a target.
    case shape
    /// Every date is a multiple of the schedule's granule.
    case granule
    /// 1: no task finishes before it starts.
    case order
    /// 1: a task starts at a working minute and, when it counts work, finishes at the end of one.
    case workingTime
    /// 1: between start and finish lie exactly the task's minutes, or its months.
    case duration
    /// 2: a milestone starts when it finishes; so does the start or finish of a group.
    case milestone
    /// 3: a group starts with its earliest member and finishes with its latest.
    case group
    /// 3: a link with its lag is kept.
    case link
    /// 4: a constraint's date is kept.
    case constraint
    /// 4: nothing waits without a reason: a little earlier, something would be broken.
    case asSoonAsPossible
    /// 4: a task to be placed as late as possible has used up its float.
    case asLateAsPossible
    /// 5: no task starts before the project.
    case projectStart
    /// 6: the project finishes with its last task.
    case projectFinish
    /// 6: late dates keep the anchor, the constraints, the deadline and the successors' late dates.
    case lateDates
    /// 6: a little later, late dates would break something.
    case latest
    /// 6: early dates are the planned ones, unless the task was placed as late as possible.
    case earlyDates
    /// 6: total float is the time from planned to late dates.
    case totalFloat
    /// 6: margin is the time from planned dates to those the target leaves.
    case margin
    /// 6: free float is as far as a task may slip with every successor keeping its dates.
    case freeFloat
    /// 8: what has happened stands, and remaining work goes on as soon as it may.
    case progress
    /// 8: no unfinished work lies before the status date.
    case statusDate
  }

  /// The rule that is broken.
  public let rule: Rule
  /// The task whose dates break it; -1 when it concerns the schedule as a whole.
  public let task: Int32
  /// The link that is not kept, when it is one.
  public let link: Int32?
  /// What was found, in words.
  public let detail: String
}

extension ScheduleViolation: CustomStringConvertible {
  /// The violation as one line.
  public var description: String {
    let place = task < 0 ? "schedule" : "task \(task)"
    let through = link.map { ", link \($0)" } ?? ""
    return "\(place)\(through): \(rule.rawValue): \(detail)"
  }
}
