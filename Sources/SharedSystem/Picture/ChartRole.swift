extension Picture {
  /// What a shape of a chart of time is for; the raw value names it in files.
  package enum ChartRole: String, Hashable, Sendable, CaseIterable {
    // Texts.
    /// The chart's title, names of groups, names of tasks, and what stands back.
    case title, heading, label, faint
    /// Good news and bad news.
    case relief, alarm
    /// A text among bars, readable over lines.
    case mark

    // The ground.
    case page
    /// The ground of the axis and of the table's head, of groups, and of every second row.
    case axis, band, stripe
    /// Time in which nobody works, and time in which the cutover may happen.
    case rest, window
    /// Lines between rows and units of time, and between years.
    case grid, yearGrid

    // Work.
    case bar, criticalBar, drivingBar, inactiveBar
    /// What is done of a bar.
    case done
    /// The dates that were once agreed.
    case baseline
    /// How far a task may slip.
    case float
    case summary
    case milestone, criticalMilestone, drivingMilestone
    /// Links with their arrowheads.
    case link, linkHead, drivingLink, drivingLinkHead

    // Days that matter: lines and their texts.
    case statusLine, statusText, cutoverLine, cutoverText, targetLine, targetText
  }
}
