import Planning
import SharedSystem

extension ModuleReport {
  private func range(_ value: ThreePoint) -> String {
    value.low == value.high
      ? "" : "\(Figures.estimated(value.low))–\(Figures.estimated(value.high))"
  }

  private func monthRange(_ value: ThreePoint) -> String {
    value.low == value.high ? "" : "\(Figures.months(value.low))–\(Figures.months(value.high))"
  }

  /// All strategies for each choice of holders.
  var candidates: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.holdersColumn, overflow: .cut(minimum: 8)), .init(title: ""),
      .init(title: words.strategyColumn), .init(title: words.personMonthsColumn, isNumeric: true),
      .init(title: words.rangeColumn),
      .init(title: words.reasonColumn, overflow: .wrap(minimum: 20)),
    ])
    for (choice, figures) in figures.choices.enumerated() {
      for (index, candidate) in figures.candidates.enumerated() {
        let isChosen = index == figures.chosen
        let emphasis: Emphasis = isChosen ? .strong : candidate.isEligible ? .none : .faint
        let effort = candidate.effort.value
        table.rows.append([
          .init(index == 0 ? holder(choice) : ""), .init(isChosen ? ">" : "", .strong),
          .init(words.strategy(candidate.strategy), emphasis),
          .init(candidate.fits ? Figures.estimated(effort.mode) : "", emphasis),
          .init(candidate.fits ? range(effort) : "", emphasis),
          .init(words.reason(candidate.reason, owner: ownerName), emphasis),
        ])
      }
    }
    return table
  }

  /// What each choice of holders costs, and where the figure comes from.
  var choices: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.holdersColumn, overflow: .cut(minimum: 8)),
      .init(title: words.personMonthsColumn, isNumeric: true), .init(title: words.rangeColumn),
      .init(title: words.originColumn, overflow: .wrap(minimum: 20)),
    ])
    table.rows = figures.choices.enumerated().map { choice, figures in
      let value = figures.cost.value
      return [
        .init(holder(choice)), .init(Figures.estimated(value.mode), .strong), .init(range(value)),
        .init(remarks(choice, figures).joined(separator: words.pick("; ", "。"))),
      ]
    }
    return table
  }

  private func remarks(_ choice: Int, _ figures: ChoiceEstimate) -> [String] {
    let words = context.words
    var remarks: [String] = []
    if figures.isEntered {
      if case .entered(let place) = figures.cost.origin {
        remarks.append(words.entered(place.map(DerivationList.place)))
      }
      let best = figures.candidates[figures.chosen]
      remarks.append(words.wouldBe(derivation.value(best.effort), best.strategy))
    } else {
      remarks.append(words.computed(figures.strategy))
    }
    if figures.givenDoesNotFit, let given = module.strategy {
      remarks.append(words.doesNotFit(given))
    }
    if choice == owners.count {
      let parts = owners.indices.map {
        (ownerName(owners[$0]), Figures.estimated(figures.perOwner[$0].mode))
      }
      remarks.append(words.sumOfOwners(parts))
    }
    return remarks
  }

  /// What each driver adds to each choice of holders.
  var surcharges: Table {
    let words = context.words
    var table = Table(
      columns: [.init(title: words.driverColumn)]
        + figures.choices.indices.map {
          .init(title: holder($0), isNumeric: true, overflow: .cut(minimum: 8))
        })
    table.rows = figures.drivers.map { driver in
      [.init(driver)]
        + figures.choices.indices.map { choice in
          guard let extra = surcharge(driver, choice) else {
            return .init(words.enteredSurcharge, .faint)
          }
          return .init(Figures.estimated(extra.mode))
        }
    }
    return table
  }

  /// What a driver adds to a choice of holders; nil when the plan states the cost.
  func surcharge(_ driver: String, _ choice: Int) -> ThreePoint? {
    guard !figures.choices[choice].isEntered else { return nil }
    return estimate.surcharge(drivers: [driver], module: index, choice: choice)
      .reduce(.zero, +)
  }

  /// One owner's part of a choice: a project whose duration the rules tell.
  struct Project {
    var choice: Int
    var owner: Int
    var effort: ThreePoint
  }

  /// Each project of each choice.
  var projects: [Project] {
    figures.choices.enumerated().flatMap { choice, figures in
      owners.indices.compactMap { owner in
        let effort = figures.perOwner[owner]
        return effort == .zero ? nil : Project(choice: choice, owner: owner, effort: effort)
      }
    }
  }

  /// How long each owner's part usually takes, by each rule.
  var months: Table {
    let words = context.words
    let rules = ScheduleRules(estimate.defaults)
    var table = Table(columns: [
      .init(title: words.holdersColumn, overflow: .cut(minimum: 8)),
      .init(title: words.personMonthsColumn, isNumeric: true), .init(title: words.ruleColumn),
      .init(title: words.monthsColumn, isNumeric: true), .init(title: words.rangeColumn),
      .init(title: words.limitColumn, overflow: .wrap(minimum: 20)),
    ])
    for project in projects {
      let name = ownerName(owners[project.owner])
      let title = project.choice < owners.count ? name : words.partOf(holder(project.choice), name)
      for (row, result) in rules.results(effort: project.effort).enumerated() {
        var limits =
          result.shortest.map {
            [words.shortest(Figures.months($0), result.rule)]
          } ?? []
        if result.isOutsideData, let limit = result.limit {
          limits.append(words.outsideData(Figures.grouped(limit / 1000)))
        }
        table.rows.append([
          .init(row == 0 ? title : ""),
          .init(row == 0 ? Figures.estimated(project.effort.mode) : ""),
          .init(words.rule(result.rule)), .init(Figures.months(result.months.mode)),
          .init(monthRange(result.months)), .init(limits.joined(separator: words.pick("; ", "。"))),
        ])
      }
    }
    return table
  }
}
