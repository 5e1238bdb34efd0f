import { addressFunctions } from "./addresses";
import { connectionFunctions } from "./connections";
import { deviceFunctions } from "./devices";
import type { Dialect } from "./dialect";
import { directoryFunctions } from "./directory";
import { installationFunction } from "./installation";
import { createFilterFunction } from "./list-controls";
import type { PanelFunction } from "./panel-function";
import { serverCommandFunctions } from "./server-commands";
import { serverFormFunctions } from "./server-forms";
import { serverListFunction } from "./server-rows";
import { userFunctions } from "./users";

const functions: readonly PanelFunction[] = [
  serverListFunction,
  ...serverFormFunctions,
  ...serverCommandFunctions,
  installationFunction,
  ...connectionFunctions,
  ...addressFunctions,
  ...deviceFunctions,
  ...userFunctions,
  ...directoryFunctions,
];

/** Every function of the panel but signing in, by the name that the dialect gives it. */
export function createFunctionTable(dialect: Dialect): ReadonlyMap<string, PanelFunction> {
  const filters = functions.flatMap((one) => ("rows" in one ? [createFilterFunction(one.name)] : []));
  const offered = dialect.hasListControls ? [...functions, ...filters] : functions;
  return new Map(offered.map((one) => [dialect.functionNames[one.name] ?? one.name, one]));
}
