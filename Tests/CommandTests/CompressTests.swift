import Foundation
import Testing

/// `bunri compress` and `bunri why-not`, as their users see them.
@Suite(.enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct CompressTests {
  private static let root = TranscriptTests.root

  private static let plan = """
    bunri: 1
    project: {name: Bridge, start: 2027-04-01, target: 2027-04-30}
    tasks:
      - {id: a, name: A, duration: 6d, crash: {to: 2d, cost: 12000}}
      - {id: b, name: B, duration: 10d, crash: {to: 4d, cost: 24000}}
      - {id: c, name: C, duration: 8d, after: [a], crash: {to: 2d, cost: 6000}}
      - {id: d, name: D, duration: 10d, after: [a], crash: {to: 4d, cost: 24000}}
      - {id: e, name: E, duration: 6d, after: [b, c], crash: {to: 2d, cost: 12000}}

    """

  private func json(_ arguments: [String], input: String = "") throws -> [String: Any] {
    let result = try Command.run(arguments + ["--json"], input: input, in: Self.root)
    #expect(result.status == 0, "\(result.messages)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func theDocumentHasTheFixedKeys() throws {
    let document = try json(["compress", "-", "--to", "2027-04-22"], input: Self.plan)
    let curve = try #require(document["curve"] as? [[String: Any]])
    #expect(curve.compactMap { $0["duration"] as? Int } == [9600, 7680, 5760, 2880])
    #expect(curve.compactMap { $0["cost"] as? Int } == [0, 4000, 24000, 78000])
    // The price of a minute times its minutes is the difference of the costs.
    for (point, next) in zip(curve, curve.dropFirst()) {
      let slope = try #require(point["slope"] as? Double)
      let minutes = try #require(point["duration"] as? Int) - (next["duration"] as? Int ?? 0)
      let cost = try #require(next["cost"] as? Int) - (point["cost"] as? Int ?? 0)
      #expect(abs(slope * Double(minutes) - Double(cost)) < 0.01)
    }
    #expect(curve.last?["slope"] is NSNull)
    let changes = try #require(curve[1]["changes"] as? [[String: Any]])
    #expect(changes.compactMap { $0["id"] as? String } == ["c"])
    #expect(changes.compactMap { $0["by"] as? Int } == [-1920])
    // The bridge sells C back.
    let sold = try #require(curve[2]["changes"] as? [[String: Any]])
    #expect(sold.contains { $0["id"] as? String == "c" && ($0["by"] as? Int ?? 0) > 0 })
    for key in ["normal", "minimum", "chosen"] {
      let point = try #require(document[key] as? [String: Any], "\(key)")
      #expect(Set(point.keys).isSuperset(of: ["duration", "finish", "cost"]))
    }
    let chosen = try #require(document["chosen"] as? [String: Any])
    #expect(chosen["finish"] as? String == "2027-04-22T18:00")
    let limit = try #require(document["limit"] as? [String: Any])
    #expect(limit["reason"] as? String == "everything-at-its-shortest")
    #expect(!(limit["path"] as? [Any] ?? []).isEmpty)
  }

  private static let levers =
    plan + """
      levers:
        - {id: outside, name: Outside help, cost: 5000, changes: [{task: b, duration: -3d}]}
        - {id: overlap, name: Overlap, cost: 1000, changes: [{link: {from: a, to: c}, type: SS, lag: 2d}]}

      """

  /// Levers and shorter tasks together: every set of levers, with the curve of what is left.
  @Test func leversAndShorterTasksTogether() throws {
    let date = "2027-04-20"
    let document = try json(
      ["compress", "-", "--with-levers", "--to", date], input: Self.levers)
    #expect(document["exact"] as? Bool == true)
    let points = try #require(document["points"] as? [[String: Any]])
    let point = try #require(points.first)
    #expect(points.count == 1)
    #expect(try #require(point["cutoverFinish"] as? String) <= date + "T24:00")
    var least: Int?
    for (names, own) in [("", 0), ("outside", 5000), ("overlap", 1000), ("outside,overlap", 6000)] {
      var changed = Self.levers
      if !names.isEmpty {
        changed = try Command.run(
          ["what-if", "-", "--apply", names, "-o", "-"], input: Self.levers
        ).output
      }
      let alone = try json(["compress", "-", "--to", date], input: changed)
      guard let chosen = alone["chosen"] as? [String: Any], let cost = chosen["cost"] as? Int
      else { continue }
      least = min(least ?? cost + own, cost + own)
    }
    #expect(point["cost"] as? Int == least)
    let parts = ["leverCost", "workCost", "crashCost"].compactMap { point[$0] as? Int }
    #expect(parts.reduce(0, +) == least)
    let front = try json(["compress", "-", "--with-levers"], input: Self.levers)
    let costs = (front["points"] as? [[String: Any]] ?? []).compactMap { $0["cost"] as? Int }
    #expect(costs.count > 3 && costs == costs.sorted())
    for (language, word) in [("en", "exact over every set"), ("ja", "厳密")] {
      let text = try Command.run(
        ["compress", "-", "--with-levers", "--lang", language], input: Self.levers)
      #expect(text.status == 0 && text.output.contains(word), "\(text.output)\(text.messages)")
    }
  }

  @Test func leversLeftOutAndLateness() throws {
    let options = ["compress", "-", "--with-levers", "--lang", "en"]
    let without = try Command.run(
      options + ["--to", "2027-04-20", "--without", "overlap"], input: Self.levers)
    #expect(without.output.contains("Without   overlap"))
    #expect(without.output.contains("every set of 1 lever and"))
    let document = try json(
      ["compress", "-", "--with-levers", "--to", "2027-04-20", "--without", "overlap"],
      input: Self.levers)
    #expect(document["without"] as? [String] == ["overlap"])
    let points = try #require(document["points"] as? [[String: Any]])
    #expect(points.allSatisfy { ($0["levers"] as? [String])?.contains("overlap") == false })
    let unknown = try Command.run(options + ["--without", "nope"], input: Self.levers)
    #expect(unknown.status == 1 && unknown.messages.contains("unknown-lever"))
    let alone = try Command.run(["compress", "-", "--without", "overlap"], input: Self.levers)
    #expect(alone.status == 64)
    // The target is 2027-04-20: what is asked for decides.
    let late = Self.levers.replacingOccurrences(of: "2027-04-30", with: "2027-04-20")
    for (date, status) in [("2027-04-20", 0), ("2027-04-21", 2), ("2027-04-01", 2)] {
      let result = try Command.run(options + ["--fail-if-late", "--to", date], input: late)
      #expect(result.status == Int32(status), "\(date)")
      #expect(result.output.contains("bunri why-not") == (date == "2027-04-01"))
    }
  }

  @Test func aDateBeforeTheStart() throws {
    for (language, word) in [("en", "Maybe a later date"), ("ja", "もしかして")] {
      let result = try Command.run(
        ["why-not", "-", "--by", "2020-01-01", "--lang", language], input: Self.levers)
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(result.messages.contains("2020-01-01") && result.messages.contains(word))
    }
  }

  /// Where windows make dates jump, the price of the next date stands in place of a day's.
  @Test func aWindowHasANextDate() throws {
    let result = try Command.run(
      ["compress", "Plans/carve-out", "--derive", "--to", "2027-10-10", "--lang", "en"],
      in: Self.root)
    let windowed = try Command.run(
      ["compress", "Plans/wheeling-2029", "--derive", "--to", "2028-05-31", "--lang", "en"],
      in: Self.root)
    #expect(result.output.contains("the next day costs"))
    #expect(windowed.output.contains("the next date, 2028-01-04, costs"))
    #expect(!windowed.output.contains("the next day costs"))
  }

  @Test(
    arguments: [
      (["--lang", "en"], "2027-04-28"), (["--lang", "ja"], "2027-04-28"),
      (["--lang", "en", "--budget", "4000"], "proved on the real calendars: nothing is cheaper"),
      (["--lang", "ja", "--by", "2d"], "証明済み"),
      (["--lang", "en", "--to", "2027-04-02"], "not possible"),
      (["--lang", "en", "--to", "2027-04-22", "--curve"], "the next day costs"),
    ] as [([String], String)])
  func textAnswers(options: [String], expected: String) throws {
    let result = try Command.run(["compress", "-"] + options, input: Self.plan)
    #expect(result.status == 0)
    #expect(result.output.contains(expected), "\(result.output)")
    #expect(result.messages.isEmpty)
  }

  @Test func thePictureHasEveryPoint() throws {
    let result = try Command.run(["compress", "-", "--svg", "-"], input: Self.plan)
    #expect(result.status == 0)
    #expect(result.output.components(separatedBy: "class=\"curve-point\"").count == 5)
    #expect(result.output.components(separatedBy: "class=\"curve\"").count == 4)
  }

  @Test func latenessIsThatOfTheAnswer() throws {
    let late = Self.plan.replacingOccurrences(of: "2027-04-30", with: "2027-04-26")
    let now = try Command.run(["compress", "-", "--fail-if-late"], input: late)
    #expect(now.status == 2)
    let sooner = try Command.run(
      ["compress", "-", "--fail-if-late", "--to", "2027-04-26"], input: late)
    #expect(sooner.status == 0)
  }

  @Test func failuresNameTheCommandsInput() throws {
    let dear = Self.plan.replacingOccurrences(of: "24000", with: "4000000000000")
    let result = try Command.run(["compress", "-", "--lang", "en"], input: dear)
    #expect(result.status == 1)
    #expect(result.messages.contains("<stdin>: error[costs-too-large]"))
    let early = try Command.run(
      ["why-not", "-", "--by", "2027-03-01", "--lang", "en"], input: Self.plan)
    #expect(early.status == 1)
    #expect(early.messages.contains("error[before-start]"))
  }

  /// In a plan without prices the earliest plan is the plan: the schedule's own document has every
  /// date of the proof.
  @Test(arguments: ["2027-06-30", "P8M"])
  func theProofAddsUp(date: String) throws {
    let proof = try json(["why-not", "Plans/carve-out", "--by", date, "--time-limit", "1"])
    let schedule = try json(["schedule", "Plans/carve-out"])
    let project = try #require(schedule["project"] as? [String: Any])
    let rows = try #require(schedule["tasks"] as? [[String: Any]])
    var tasks: [String: [String: Any]] = [:]
    for row in rows { tasks[row["id"] as? String ?? ""] = row }
    let end = try minutes(project["cutoverFinish"])
    let start = try minutes(proof["start"])
    #expect(try minutes((proof["earliest"] as? [String: Any])?["finish"]) == end)

    let path = try #require(proof["path"] as? [[String: Any]])
    var (time, drivers, owners) = (start, [String: Int](), [String: Int]())
    for part in path {
      let task = try #require(tasks[part["id"] as? String ?? ""])
      let length = try #require(part["minutes"] as? Int)
      let kind = try #require(part["kind"] as? String)
      let (first, last) = (try minutes(task["start"]), try minutes(task["finish"]))
      #expect(try minutes(part["start"]) == time)
      if ["lag", "window", "calendar", "date"].contains(kind) {
        #expect(time + length <= first)
      } else {
        #expect(first <= time && time + length <= last, "\(part)")
      }
      time += length
      #expect(part["owner"] as? String == task["owner"] as? String)
      owners[part["owner"] as? String ?? "", default: 0] += length
      let names = try #require(part["drivers"] as? [String])
      for (place, name) in names.enumerated() {
        let share = length / names.count
        drivers[name, default: 0] += share + (place == 0 ? length - share * names.count : 0)
      }
      if names.isEmpty { drivers["", default: 0] += length }
    }
    #expect(time == end)
    #expect(proof["totalMinutes"] as? Int == end - start)
    #expect(try sums(proof["byDriver"], "driver") == drivers)
    #expect(try sums(proof["byOwner"], "owner") == owners)
    // Limits are shares of the plan's own time.
    let asked = (try minutes(proof["date"]) - start) * 1000 / (end - start)
    let limits = try #require(proof["limits"] as? [[String: Any]])
    #expect(limits.count == 3)
    for limit in limits {
      let share = try #require(limit["share"] as? Double)
      #expect(Int((try #require(limit["asked"] as? Double) * 1000).rounded()) == asked)
      #expect(limit["broken"] as? Bool == (Double(asked) < share * 1000))
    }
    #expect(proof["possible"] as? Bool == (try minutes(proof["date"]) >= end))
  }

  @Test(arguments: ["en", "ja"])
  func theRegulatorsThreeYears(language: String) throws {
    let result = try Command.run(
      [
        "why-not", "Plans/wheeling-2029", "--by", "P36M", "--lang", language, "--time-limit", "1",
      ], in: Self.root)
    #expect(result.status == 0)
    for figure in ["66.1", "36.0", "54.4%", "49.6", "46.3", "COCOMO II", "JUAS", "2029-01-04"] {
      #expect(result.output.contains(figure), "\(figure)")
    }
    #expect(result.output.contains(language == "en" ? "not possible" : "不可能"))
  }

  private func sums(_ rows: Any?, _ key: String) throws -> [String: Int] {
    var result: [String: Int] = [:]
    for row in try #require(rows as? [[String: Any]]) {
      result[row[key] as? String ?? ""] = try #require(row["minutes"] as? Int)
    }
    return result
  }

  /// Minutes since a fixed day, in a calendar of this test's own.
  private func minutes(_ text: Any?) throws -> Int {
    let text = try #require(text as? String)
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "UTC")
    format.dateFormat = "yyyy-MM-dd'T'HH:mm"
    return Int(try #require(format.date(from: text)).timeIntervalSince1970 / 60)
  }
}
