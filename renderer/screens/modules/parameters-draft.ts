/** What a module is called, where its tasks go and when it is chosen. */
export interface ParametersDraft {
  readonly dataCentreId: string | null;
  readonly locationId: number | null;
  readonly name: string;
  readonly departmentId: string | null;
  readonly sort: number | string;
}

type ParameterProblem = "required" | "dataCentre" | "department" | "location" | "sort";
export type ParameterProblems = Readonly<Partial<Record<keyof ParametersDraft, ParameterProblem>>>;

export interface CompleteParameters extends ParametersDraft {
  readonly dataCentreId: string;
  readonly departmentId: string;
  readonly sort: number;
}

type Reading =
  | { readonly ok: true; readonly parameters: CompleteParameters }
  | { readonly ok: false; readonly problems: ParameterProblems };

const largestSort = 10_000;

/** The parameters ready to be sent, or what is still missing; `locationCount` is how many the panel has. */
export function readParameters(draft: ParametersDraft, locationCount: number): Reading {
  const { dataCentreId, departmentId, locationId } = draft;
  const name = draft.name.trim();
  const sort = draft.sort === "" ? Number.NaN : Number(draft.sort);
  const isSort = Number.isInteger(sort) && sort >= 0 && sort <= largestSort;
  const isPlaced = locationId !== null || locationCount <= 1;
  if (dataCentreId !== null && departmentId !== null && name !== "" && isSort && isPlaced) {
    return { ok: true, parameters: { dataCentreId, locationId, name, departmentId, sort } };
  }
  return {
    ok: false,
    problems: {
      ...(dataCentreId === null ? { dataCentreId: "dataCentre" } : {}),
      ...(isPlaced ? {} : { locationId: "location" }),
      ...(name === "" ? { name: "required" } : {}),
      ...(departmentId === null ? { departmentId: "department" } : {}),
      ...(isSort ? {} : { sort: "sort" }),
    },
  };
}
