internal import Graphs
internal import Scheduling
import SharedSystem

extension Plan {
  /// Tasks that wait for each other in a circle, as `scheduled()` would find them; nil when there
  /// are none, or when something else keeps the plan from being scheduled.
  ///
  /// For those who take plans from elsewhere and need no dates.
  ///
  /// - Complexity: O(tasks + links) when every link leads on in the order of the plan, as it does
  ///   in most plans; else that of lowering the plan.
  package func circle() -> PlanError? {
    guard !leadsOn, let lowered = try? LoweredPlan(self) else { return nil }
    let links = (0..<Int32(lowered.network.linkCount)).map { lowered.network.link($0) }
    do {
      _ = try topologicalOrder(
        nodeCount: lowered.network.taskCount, sources: links.map(\.source),
        targets: links.map(\.target))
      return nil
    } catch {
      return lowered.raised(.cycle(tasks: error.nodes, links: error.edges))
    }
  }

  /// Whether all that a task waits for stands before it, with the tasks that a summary holds.
  private var leadsOn: Bool {
    // Holders stand before what they hold: from the end, each passes on the last task in it.
    var last = Array(tasks.indices)
    for index in tasks.indices.reversed() {
      if let parent = tasks[index].parent { last[parent] = max(last[parent], last[index]) }
    }
    var indexOf: [String: Int] = [:]
    indexOf.reserveCapacity(tasks.count)
    for (index, task) in tasks.enumerated() { indexOf[task.id] = index }
    return tasks.indices.allSatisfy { index in
      tasks[index].after.allSatisfy { dependency in
        indexOf[dependency.task].map { last[$0] < index } ?? true
      }
    }
  }
}
