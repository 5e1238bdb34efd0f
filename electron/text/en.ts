import type { HostTexts } from "./texts";

export const en: HostTexts = {
  menu: {
    file: "&File",
    quit: "&Quit",
    edit: "&Edit",
    cut: "Cu&t",
    copy: "&Copy",
    paste: "&Paste",
    selectAll: "Select &All",
    view: "&View",
    fullScreen: "Toggle &Full Screen",
    reload: "&Reload",
    tools: "Toggle &Developer Tools",
    window: "&Window",
    minimize: "Mi&nimize",
    close: "&Close",
    go: "&Go",
    list: "&List",
    task: "&Task",
    help: "&Help",
    openLogs: "Open the log folder",
    about: "About Rackside",
  },
  outside: {
    question: (host) => `Open ${host} in the browser?`,
    open: "Open",
    cancel: "Cancel",
  },
  leaving: {
    stepsWait: (count) => (count === 1 ? "1 step waits" : `${String(count)} steps wait`),
    goOutLater: (count) => (count === 1 ? "It goes out at the next start." : "They go out at the next start."),
    quit: "Quit",
    stay: "Stay",
  },
  notice: {
    needDecision: (count) => (count === 1 ? "One step needs a decision" : `${String(count)} steps need a decision`),
    messages: (count) => `${String(count)} messages`,
    failed: (subject) => `Failed: ${subject}`,
    failedAndMore: (subject, more) => `Failed: ${subject}, and ${String(more)} more`,
  },
  crash: {
    title: "Rackside has to close",
    text: (reference) =>
      `Something went wrong inside. What was entered is kept; start Rackside again to go on.\nThe log has it under ${reference}.`,
  },
  cannotStart: "Rackside cannot start",
};
