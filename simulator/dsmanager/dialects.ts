import type { Dialect, DialectName } from "./dialect";
import { generation4 } from "./generation-4";
import { generation5 } from "./generation-5";

/** The dialect of a name. */
export function dialectOf(name: DialectName): Dialect {
  return name === "dsmanager" ? generation4 : generation5;
}
