import ArgumentParser

/// The command line: reads, calls, prints; nothing is computed here.
@main
struct Bunri: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bunri",
    abstract: "Plans the separation of a shared information system.",
    discussion: """
      PLAN is a plan.yaml, a folder that holds one, a schedule saved by Microsoft Project as XML, \
      or - for standard input.

      Exit codes: 0 done; 1 the input is invalid or unreadable; 2 done, but late against the \
      target (only with --fail-if-late); 64 wrong usage.
      """,
    version: "bunri 0.1.0",
    subcommands: [
      CheckCommand.self, ShowCommand.self, SeparateCommand.self, GenerateCommand.self,
      ContractsCommand.self, HandOffsCommand.self, ScheduleCommand.self, CriticalPathCommand.self,
      ExplainCommand.self, WhatIfCommand.self, LeversCommand.self, DiffCommand.self,
      DragCommand.self, CompressCommand.self, WhyNotCommand.self, ExportCommand.self,
      ImportCommand.self, DefaultsCommand.self, InitCommand.self,
    ])
}
