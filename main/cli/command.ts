import { runSimulatorCommand } from "../../simulator/command";
import { runBackup } from "./backup";
import { runCall } from "./call";
import { listCalls } from "./calls";
import { runJournal } from "./journal";
import { drainCourier } from "./courier";
import { parseArguments, usage } from "./arguments";
import { setUp } from "./set-up";
import { transfer } from "./transfer";

/** The command line: exit code 0 done, 1 a fault or work left, 2 wrong usage. */
async function main(argv: string[]): Promise<number> {
  const [verb, ...rest] = argv;
  if (verb === "simulator" || verb === "simulate") return runSimulatorCommand(rest);
  const parsed = parseArguments(rest);
  if ("problem" in parsed) return complain(parsed.problem);
  if (verb === "calls" && parsed.words.length === 0) return listCalls();
  if (verb === "set-up") {
    const { operator, isPractice } = parsed.options;
    if (operator === undefined || isPractice || parsed.words.length > 0)
      return complain("set-up takes --as and the administrator's name, for a site profile");
    return setUp(parsed.options, operator);
  }
  if (verb === "call") {
    const [name, json = "{}"] = parsed.words;
    if (name === undefined || parsed.words.length > 2)
      return complain("call takes a name and, if the call has input, one JSON text");
    return runCall(parsed.options, name, json);
  }
  if (verb === "courier" && parsed.options.isDrain) return drainCourier(parsed.options);
  if (verb === "backup") {
    return runBackup(parsed.options, parsed.words) ?? complain("backup takes list, make, or restore and a name");
  }
  if (verb === "journal") {
    return (
      runJournal(parsed.options, parsed.words) ??
      complain("journal takes verify, with --file if wanted, or export and a file")
    );
  }
  if (verb === "export" || verb === "import") {
    const [folder] = parsed.words;
    if (folder === undefined || parsed.words.length > 1) return complain(`${verb} takes a folder`);
    return transfer(verb, parsed.options, folder);
  }
  return complain(verb === undefined ? "No command given" : `Unknown command ${verb}`);
}

function complain(problem: string): number {
  process.stderr.write(`${problem}\n\n${usage}`);
  return 2;
}

/** Ends once everything written has left: a pipe takes a long answer piecemeal, and `process.exit` alone cuts it off. */
function exit(code: number): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

main(process.argv.slice(2)).then(exit, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  exit(1);
});
