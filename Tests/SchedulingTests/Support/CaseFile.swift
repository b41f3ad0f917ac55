import Foundation
import Scheduling
import Testing

/// One shared case as its file states it (`Cases/cpm`).
struct CaseFile: Decodable {
  struct Project: Decodable {
    var startDate: String?
    var deadline: Day?

    enum CodingKeys: String, CodingKey {
      case startDate = "start_date"
      case deadline
    }
  }

  struct Calendar: Decodable {
    /// 0 (Monday) to 6 (Sunday).
    var workweek: [Int]
    var nonworking: [String]
    var extraWorking: [String]?

    enum CodingKeys: String, CodingKey {
      case workweek, nonworking
      case extraWorking = "extra_working"
    }
  }

  struct Activity: Decodable {
    struct Constraint: Decodable {
      var type: String
      var date: Day
    }

    var id: String
    var kind: String?
    var duration: Int
    var calendar: String?
    var constraints: [Constraint]?
    var from: [String]?
    var to: [String]?

    var isHammock: Bool { kind == "hammock" }
  }

  struct Link: Decodable {
    var pred: String
    var succ: String
    var type: String
    var lag: Int
    var lagCalendar: String?

    enum CodingKeys: String, CodingKey {
      case pred, succ, type, lag
      case lagCalendar = "lag_calendar"
    }
  }

  /// An instant in days after the start, or a date.
  enum Day: Decodable {
    case instant(Int)
    case date(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let instant = try? container.decode(Int.self) {
        self = .instant(instant)
      } else {
        self = .date(try container.decode(String.self))
      }
    }
  }

  var id: String
  var project: Project
  var calendars: [String: Calendar]
  var activities: [Activity]
  var links: [Link]
  var expected: Expected
  var publishedAnswer: PublishedAnswer?

  enum CodingKeys: String, CodingKey {
    case id, project, calendars, activities, links, expected
    case publishedAnswer = "published_answer"
  }
}

extension CaseFile {
  struct Expected: Decodable {
    var valid: Bool
    var error: String?
    /// The ids an error is about.
    var detail: [String]?
    var projectFinish: Int?
    var anchor: Int?
    var critical: [String]?
    var longestPath: [String]?
    var activities: [String: Dates]?
    var drag: [String: Int]?

    enum CodingKeys: String, CodingKey {
      case valid, error, detail, critical, activities, drag
      case projectFinish = "project_finish"
      case anchor = "late_pass_T"
      case longestPath = "longest_path"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      valid = try values.decode(Bool.self, forKey: .valid)
      error = try values.decodeIfPresent(String.self, forKey: .error)
      if let one = try? values.decode(String.self, forKey: .detail) {
        detail = [one]
      } else {
        detail = try values.decodeIfPresent([String].self, forKey: .detail)
      }
      projectFinish = try values.decodeIfPresent(Int.self, forKey: .projectFinish)
      anchor = try values.decodeIfPresent(Int.self, forKey: .anchor)
      critical = try values.decodeIfPresent([String].self, forKey: .critical)
      longestPath = try values.decodeIfPresent([String].self, forKey: .longestPath)
      activities = try values.decodeIfPresent([String: Dates].self, forKey: .activities)
      drag = try values.decodeIfPresent([String: Int].self, forKey: .drag)
    }
  }

  /// What is expected of one activity; a hammock has neither floats nor days.
  struct Dates: Decodable {
    var earlyStart, earlyFinish, lateStart, lateFinish: Int
    var totalFloat, freeFloat: Int?
    /// Of a hammock only.
    var duration: Int?
    var isCritical: Bool
    var isOnLongestPath: Bool?
    var earlyFirstDay, earlyLastDay, lateFirstDay, lateLastDay: String?
    var earlyInstantDate, lateInstantDate: String?

    enum CodingKeys: String, CodingKey {
      case earlyStart = "ES"
      case earlyFinish = "EF"
      case lateStart = "LS"
      case lateFinish = "LF"
      case totalFloat = "TF"
      case freeFloat = "FF"
      case duration
      case isCritical = "critical"
      case isOnLongestPath = "on_longest_path"
      case earlyFirstDay = "early_first_day"
      case earlyLastDay = "early_last_day"
      case lateFirstDay = "late_first_day"
      case lateLastDay = "late_last_day"
      case earlyInstantDate = "early_instant_date"
      case lateInstantDate = "late_instant_date"
    }
  }

  /// The answer printed where the case was found.
  struct PublishedAnswer: Decodable {
    var finish: Int?
    /// The ids of the critical path, joined by hyphens.
    var critical: String?
    var earlyStart, lateStart, totalFloat: [String: Int]?
    var drag: [String: Int]?

    enum CodingKeys: String, CodingKey {
      case finish, critical, drag
      case earlyStart = "ES"
      case lateStart = "LS"
      case totalFloat = "TF"
    }
  }
}

extension CaseFile {
  /// Every case, by name of the file.
  static let all: [CaseFile] = {
    do {
      let folder = try #require(Bundle.module.url(forResource: "Cases", withExtension: nil))
      return try FileManager.default.contentsOfDirectory(
        at: folder.appending(path: "cpm"), includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "json" && !$0.lastPathComponent.hasPrefix("japanese-holidays") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { try JSONDecoder().decode(CaseFile.self, from: Data(contentsOf: $0)) }
    } catch {
      Issue.record("the cases cannot be read: \(error)")
      return []
    }
  }()
}

extension CaseFile: CustomTestStringConvertible {
  var testDescription: String { id }
}
