import type { ElectronApplication, Page } from "playwright-core";

export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly witness: { readonly address: string; hits(): number };
}

export const runningPoints: readonly {
  readonly number: number;
  readonly title: string;
  observe(stage: Stage): Promise<{ readonly isPassed: boolean; readonly observed: string }>;
}[];
