import type { Target } from "./target";
import { addressRanges, windowAddresses } from "./targets/addresses";
import { backups } from "./targets/backups";
import { contractCalls } from "./targets/contract-calls";
import { exportedFolders } from "./targets/exports";
import { httpExchanges } from "./targets/http-exchanges";
import { interfaceDescriptions } from "./targets/interface-descriptions";
import { journalFiles } from "./targets/journal-files";
import { keyFiles } from "./targets/key-files";
import { logLines } from "./targets/log-lines";
import { panelAnswers } from "./targets/panel-answers";
import { startWords } from "./targets/workstation-files";

/** Every parser of the program that reads what somebody else wrote. A new one gets a file in `targets/` and a line here. */
export const targets: readonly [Target, ...Target[]] = [
  panelAnswers("dcimanager6", 20),
  panelAnswers("dsmanager", 12),
  panelAnswers("dcimanager5", 12),
  httpExchanges,
  interfaceDescriptions,
  addressRanges,
  windowAddresses,
  journalFiles,
  keyFiles,
  exportedFolders,
  backups,
  contractCalls,
  logLines,
  startWords,
];
