/** One change that really took place, whatever the client was told. */
export interface PanelEffect<Kind extends string> {
  readonly at: number;
  readonly kind: Kind;
  readonly serverId: number | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** A panel's document, the look-ups over it and the record of what happened to it. */
export interface PanelState<Site, Index, Kind extends string> {
  readonly site: Site;
  readonly effects: readonly PanelEffect<Kind>[];
  now(): number;
  index(): Index;
  record(kind: Kind, serverId: number | null, detail?: PanelEffect<Kind>["detail"]): void;
  /** Call after every change of the site: look-ups are rebuilt and the state file is written. */
  changed(): void;
  replaceSite(site: Site): void;
}

export interface PanelStateOptions<Site, Index> {
  readonly site: Site;
  readonly createIndex: (site: Site) => Index;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** Creates the state around a site document, which is changed in place. */
export function createPanelState<Site, Index, Kind extends string>(
  options: PanelStateOptions<Site, Index>,
): PanelState<Site, Index, Kind> {
  const { createIndex, now, onChange } = options;
  const effects: PanelEffect<Kind>[] = [];
  let site = options.site;
  let index: Index | null = null;
  const changed = (): void => {
    index = null;
    onChange();
  };
  return {
    get site() {
      return site;
    },
    effects,
    now,
    index: () => (index ??= createIndex(site)),
    record: (kind, serverId, detail = {}) => {
      effects.push({ at: now(), kind, serverId, detail });
    },
    changed,
    replaceSite: (replacement) => {
      site = replacement;
      changed();
    },
  };
}
