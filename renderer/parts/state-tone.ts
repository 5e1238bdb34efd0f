import {
  IconAlertTriangle,
  IconBolt,
  IconBoltOff,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconLoader2,
  IconMoon,
  IconPlayerPause,
  IconPlugConnectedX,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ActionState } from "../../main/contract/shapes/action";
import type { LinkState } from "../../main/contract/shapes/module";
import type { PortStatus, PowerState } from "../../main/contract/shapes/panel";
import type { PrintState } from "../../main/contract/shapes/printer";
import type { ServiceState } from "../../main/contract/shapes/service";
import type { TaskState } from "../../main/contract/shapes/task";

/** What a state means to the eye. The colours stand in tokens.css under the same words. */
export type Tone = "waiting" | "work" | "done" | "failed" | "neutral";

export interface StateLook {
  readonly tone: Tone;
  readonly icon: TablerIcon;
}

export interface StateOf {
  task: TaskState;
  service: ServiceState;
  action: ActionState;
  link: LinkState;
  power: PowerState;
  port: PortStatus;
  print: PrintState;
}

const open = { tone: "waiting", icon: IconCircleDashed } as const;
const work = { tone: "work", icon: IconCircleDot } as const;
const running = { tone: "work", icon: IconLoader2 } as const;
const done = { tone: "done", icon: IconCircleCheck } as const;
const gone = { tone: "neutral", icon: IconCircleX } as const;
const unknown = { tone: "neutral", icon: IconHelpCircle } as const;
const failed = { tone: "failed", icon: IconAlertTriangle } as const;

export const stateLooks: { readonly [Kind in keyof StateOf]: Readonly<Record<StateOf[Kind], StateLook>> } = {
  task: { open, "in-work": work, running, done, cancelled: gone },
  service: {
    ordered: open,
    processing: work,
    active: done,
    suspending: running,
    suspended: { tone: "waiting", icon: IconPlayerPause },
    resuming: running,
    changing: running,
    closing: running,
    closed: gone,
  },
  action: {
    waiting: { tone: "waiting", icon: IconClock },
    sending: running,
    confirming: running,
    uncertain: { tone: "waiting", icon: IconHelpCircle },
    "needs-attention": failed,
    done,
    discarded: gone,
  },
  link: {
    unknown,
    up: done,
    down: { tone: "neutral", icon: IconPlugConnectedX },
    asleep: { tone: "waiting", icon: IconMoon },
    "needs-sign-in": failed,
    "untrusted-certificate": failed,
    off: gone,
  },
  power: { on: { tone: "done", icon: IconBolt }, off: { tone: "neutral", icon: IconBoltOff }, unknown },
  port: { up: done, down: gone, unknown },
  print: {
    waiting: { tone: "waiting", icon: IconClock },
    sending: running,
    printing: running,
    unsure: { tone: "waiting", icon: IconHelpCircle },
    failed,
    printed: done,
    cancelled: gone,
  },
};

/** For anything that stopped and waits for a person. */
export const attentionLook: StateLook = failed;
