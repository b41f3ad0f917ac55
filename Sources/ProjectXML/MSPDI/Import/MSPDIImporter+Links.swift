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
    let (lag, calendar) = meaning.lag(link.lag ?? 0, format: link.lagFormat ?? 7)
    return PlanTask.Dependency(
      task: predecessor, type: MSPDIMeaning.linkType(link.type), lag: lag,
      // The file counts every other lag on the successor's calendar.
      lagCalendar: calendar ?? (lag.isZero || plan.lagCalendar == .successor ? nil : .successor),
      location: location(line: link.line))
  }
}
