import Scheduling

/// Two small plans in office hours that know every rule of scheduling, to be broken one by one.
enum SamplePlan: Sendable {
  /// Monday 2 April 2029, 09:00: links, constraints, a group, all kinds of durations, a target.
  case ordinary
  /// The same week on Wednesday morning, with a task under way.
  case underWay

  /// The tasks of `ordinary`, by number.
  enum Task {
    static let survey = 0
    static let design = 1
    static let training = 2
    static let approval = 3
    static let build = 4
    static let soak = 5
    static let notice = 6
    static let workStart = 7
    static let workFinish = 8
    static let cleanUp = 9
  }

  /// The tasks of `underWay`, by number.
  enum ProgressTask {
    static let begun = 0
    static let next = 1
    static let free = 2
  }

  var network: Network {
    switch self {
    case .ordinary: Self.ordinaryNetwork
    case .underWay: Self.underWayNetwork
    }
  }

  /// Minutes after midnight of a day of April 2029.
  static func april(_ day: Int, _ hour: Int) -> Instant {
    let first = CivilDate(dayNumber: 21_640)
    return Instant(first.adding(days: day - 1), minuteOfDay: hour * 60)
  }

  private static let ordinaryNetwork: Network = {
    var network = Network(start: april(2, 9))
    network.target = april(27, 18)
    let survey = network.addTask(.work(minutes: 960))
    let design = network.addTask(.work(minutes: 480))
    let training = network.addTask(.work(minutes: 480))
    let approval = network.addTask(.work(minutes: 0))
    let build = network.addTask(.work(minutes: 1440))
    let soak = network.addTask(.elapsed(minutes: 1440))
    network.addTask(.months(1))
    let workStart = network.addGroupStart()
    let workFinish = network.addGroupFinish()
    let cleanUp = network.addTask(.work(minutes: 480))
    network.addLink(from: survey, to: design)
    network.addLink(from: design, to: approval)
    network.addLink(from: approval, to: soak)
    network.addLink(from: survey, to: build, .startToStart, lag: 480)
    network.addLink(from: survey, to: cleanUp)
    network.constrain(training, TaskConstraint(.startNoEarlierThan, april(5, 9)))
    network.constrain(cleanUp, TaskConstraint(.asLateAsPossible, april(2, 9)))
    for member in [design, build] {
      network.addLink(from: member, to: workStart, .startToStart)
      network.addLink(from: member, to: workFinish, .finishToFinish)
    }
    return network
  }()

  private static let underWayNetwork: Network = {
    var network = Network(start: april(2, 9))
    network.statusDate = april(4, 9)
    let begun = network.addTask(.work(minutes: 1440))
    let next = network.addTask(.work(minutes: 480))
    network.addTask(.work(minutes: 480))
    network.addLink(from: begun, to: next)
    network.setProgress(begun, TaskProgress(started: april(3, 9)))
    return network
  }()
}
