import { findProfileRoot } from "../../../electron/start-options";
import { readWorkstation } from "../../../electron/workstation";
import { parseArguments } from "../../../main/cli/arguments";
import { mutateText, mutateValue } from "../mutate";
import { strangeText } from "../strange";
import type { Target } from "../target";

const words = [
  "call",
  "journal",
  "verify",
  "--profile",
  "--practice",
  "--as",
  "--format",
  "jsonl",
  "--file",
  "--drain",
  "--",
  "-",
  "{}",
] as const;
const preferences = {
  placement: { x: 10, y: 10, width: 1200, height: 800, isMaximized: false },
  preferences: { theme: "dark", density: "compact", language: "en" },
  profile: "site",
  operator: "Anna",
};

/** What the program is started with: the words of a command line, and what a workstation remembers. */
export const startWords: Target = {
  name: "command lines",
  weight: 4,
  open: async () => ({
    make(random) {
      const argv = Array.from({ length: random.below(8) }, () =>
        random.chance(0.7) ? mutateText(random, random.pick(words), ["--", "=", " "]) : strangeText(random, false),
      );
      const remembered = mutateValue(random, preferences);
      return {
        show: () => JSON.stringify(argv),
        async run() {
          parseArguments(argv);
          findProfileRoot(argv, { RACKSIDE_HOME: argv[0] });
          if (typeof remembered === "object" && remembered !== null && !Array.isArray(remembered))
            readWorkstation(remembered, () => "en");
          return [];
        },
      };
    },
    close: async () => undefined,
  }),
};
