import type { RouteCheck } from "../../../main/contract/shapes/module";

type Overrides = Readonly<Record<string, string>>;

/** Routes that another wording answered for. */
export function suggestedRoutes(routes: readonly RouteCheck[]): readonly RouteCheck[] {
  return routes.filter((route) => route.suggestion !== "" && route.suggestion !== route.wire);
}

/** The overrides with every wording that did answer taken over. */
export function withSuggestions(overrides: Overrides, routes: readonly RouteCheck[]): Overrides {
  return {
    ...overrides,
    ...Object.fromEntries(suggestedRoutes(routes).map(({ name, suggestion }) => [name, suggestion])),
  };
}

/** The overrides without one of them: the client's own wording holds again. */
export function withoutOverride(overrides: Overrides, name: string): Overrides {
  return Object.fromEntries(Object.entries(overrides).filter(([other]) => other !== name));
}
