import PlanFile
import Planning
import ProjectXML
import SharedSystem

/// What is written of a schedule is valid by the schema of its format, and reads again.
enum FuzzExports {
  static func check(_ schedule: PlanSchedule) {
    let ids = schedule.plan.tasks.map(\.id)
    do throws(XMLWriteError) {
      let imported = MSPDIImport(bytes: try MSPDI.bytes(of: schedule).bytes)
      require(
        imported.plan?.tasks.map(\.id) == ids,
        "MSPDI gives back other tasks: \(imported.problems.map { $0.text(in: .en) })")
      let chart = GanttXML.read(try GanttXML.bytes(of: schedule).bytes)
      require(chart.problems.isEmpty, "Gantt XML is not understood: \(chart.problems)")
      require(chart.file?.tasks.map(\.id) == ids, "Gantt XML gives back other tasks")
      _ = try PMXML.bytes(of: schedule)
    } catch {
      fatalError("\(error)")
    }
    let mark = 3
    let table = Spreadsheet.bytes(of: .tasks, schedule).bytes.dropFirst(mark)
    do {
      let rows = try DelimitedText(Array(table), delimiter: UInt8(ascii: ","), file: 0).rows
      require(rows.count == ids.count + 1, "the table has \(rows.count) rows for \(ids.count)")
      require(Set(rows.map(\.count)).count == 1, "the rows of the table differ in length")
    } catch {
      fatalError("\(error.message.text.text(in: .en))")
    }
  }
}
