internal import Planning
internal import Scheduling

/// Links to predecessors.
extension MSPDIImporter {
  mutating func readLinks(of task: MSPDIFile.Task, _ index: Int) {
    for link in file.links(of: task) {
      guard let uid = link.predecessorUID else { continue }
      if link.isCrossProject == true {
        report.note(.linkToOtherProject, plan.tasks[index].id)
        continue
      }
      guard let predecessor = taskIDs[uid] else {
        report.note(.linkWithoutTask, plan.tasks[index].id)
        continue
      }
      plan.tasks[index].after.append(dependency(link, predecessor))
    }
  }

  private func dependency(
    _ link: MSPDIFile.Link, _ predecessor: String
  ) -> PlanTask.Dependency {
    let type: LinkType =
      switch link.type {
      case 0: .finishToFinish
      case 2: .startToFinish
      case 3: .startToStart
      default: .finishToStart
      }
    var result = PlanTask.Dependency(
      task: predecessor, type: type, location: location(line: link.line))
    guard let lag = link.lag, lag != 0 else { return result }
    let format = link.lagFormat ?? 7
    switch format {
    case 19, 51: result.lag = .percent(thousandths: Int64(lag) * 1000)
    case 20, 52:
      result.lag = .percent(thousandths: Int64(lag) * 1000)
      result.lagCalendar = .elapsed
    default:
      // Tenths of minutes, rounded to whole ones; halves away from zero.
      let minutes = (abs(lag) + 5) / 10
      var duration = duration(minutes: minutes, format: format)
      if lag < 0 { duration.thousandths.negate() }
      result.lag = .time(duration)
    }
    return result
  }
}
