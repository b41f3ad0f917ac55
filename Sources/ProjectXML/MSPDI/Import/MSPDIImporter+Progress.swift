internal import Planning
internal import Scheduling

/// What has happened so far.
///
/// Project itself does not move unfinished work to the status date, so that date stays out of the
/// plan; work under way goes on where the file says.
extension MSPDIImporter {
  func readProgress(of task: MSPDIFile.Task, _ stated: inout PlanTask) {
    stated.progress = meaning.progress(of: MSPDIStatement(task, in: file))
  }
}
