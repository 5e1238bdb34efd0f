import { ActionIcon } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconScan, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scan } from "../../main/contract/shapes/scan";
import { call } from "../api";
import { createScanReader } from "../scan-reader";
import { useConsole } from "../stores/console-store";
import { formatServerRoute } from "../screens/servers/server-route";
import { subjectKey } from "../screens/labels/subject-key";
import { latinKey } from "../latin-key";
import { takeFromField, type FieldBefore } from "./scanned-field";
import "./scanner.css";

interface ScannedRack {
  readonly text: string;
  readonly title: string;
}

/** How long a scanned rack waits for the server that stands in it. */
const rackWaitsMs = 60_000;

/**
 * A keyboard-wedge scanner works from anywhere: a label opens its card; a rack first and then a server records that the server stands there. A code
 * that is not ours stays in the field where it was scanned.
 */
export function Scanner() {
  const { t } = useTranslation();
  const [rack, setRack] = useState<ScannedRack | null>(null);
  const latestRack = useRef(rack);
  latestRack.current = rack;

  useEffect(() => {
    const show = (title: string, message: string, isWarning: boolean): void => {
      notifications.show({
        title,
        message,
        color: isWarning ? "yellow.8" : "green.8",
        autoClose: isWarning ? 12_000 : 6_000,
      });
    };
    const place = async (thing: string, into: ScannedRack): Promise<void> => {
      const answer = await call("scan.place", { rack: into.text, thing });
      if (!answer.ok) {
        show(t("scan.notRecorded"), answer.fault.message, true);
        return;
      }
      const { title, rack: rackName, expectedRack, isExpected } = answer.value;
      if (isExpected) show(t("scan.placed", { title, rack: rackName }), "", false);
      else
        show(
          t("scan.placed", { title, rack: rackName }),
          expectedRack === "" ? t("scan.placeUnknown") : t("scan.wrongPlace", { rack: expectedRack }),
          expectedRack !== "",
        );
    };
    const read = async (text: string, field: FieldBefore | null): Promise<void> => {
      const answer = await call("scan.read", { text });
      if (!answer.ok) return;
      const scan = answer.value;
      if (field !== null && scan.is !== "ours") return;
      if (field !== null) takeFromField(field);
      if (scan.is === "unknown") show(t("scan.unknown"), scan.message, true);
      else if (scan.is === "foreign")
        openForeign(scan, () => {
          show(t("scan.nothing"), text, true);
        });
      else if (scan.subject.kind === "rack") setRack({ text, title: scan.title });
      else if (latestRack.current !== null) await place(text, latestRack.current);
      else openScanned(scan);
    };
    return listenForScans((text, field) => void read(text, field));
  }, [t]);

  useEffect(() => {
    if (rack === null) return undefined;
    const timer = setTimeout(() => {
      setRack(null);
    }, rackWaitsMs);
    return () => {
      clearTimeout(timer);
    };
  }, [rack]);

  if (rack === null) return null;
  return (
    <div className="scan-bar" role="status">
      <IconScan size="1.25em" aria-hidden />
      <span>{t("scan.rackWaits", { rack: rack.title })}</span>
      <ActionIcon
        aria-label={t("scan.forgetRack")}
        onClick={() => {
          setRack(null);
        }}
      >
        <IconX size="1.1em" />
      </ActionIcon>
    </div>
  );
}

/** Hears every key before the page does. An open dialog keeps its keys, Enter included. */
function listenForScans(heard: (text: string, field: FieldBefore | null) => void): () => void {
  const reader = createScanReader();
  let field: FieldBefore | null = null;
  let firstKeyAt = 0;
  const listen = (event: KeyboardEvent): void => {
    if (useConsole.getState().description?.access !== "signed-in") return;
    const { target } = event;
    const input = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
    const now = Date.now();
    // What stood in the field before the burst of keys that may turn out to be a scan.
    if (now - firstKeyAt > 1_000 || field?.input !== input) {
      field = input && { input, value: input.value };
      firstKeyAt = now;
    }
    const text = reader({ key: latinKey(event), isModified: event.ctrlKey || event.metaKey || event.altKey });
    if (text === undefined || document.querySelector("[role=dialog]")) return;
    event.preventDefault();
    event.stopPropagation();
    heard(text, field);
    field = null;
  };
  window.addEventListener("keydown", listen, { capture: true });
  return () => {
    window.removeEventListener("keydown", listen, { capture: true });
  };
}

/** Work first: the unfinished task of what was scanned, else its service, else the thing itself. */
function openScanned(scan: Extract<Scan, { readonly is: "ours" }>): void {
  const { open } = useConsole.getState();
  const { subject } = scan;
  if (scan.taskId !== null) open("queue", scan.taskId);
  else if (scan.serviceId !== null) open("services", scan.serviceId);
  else if (subject.kind === "server" || subject.kind === "cable")
    open("servers", formatServerRoute({ moduleId: subject.moduleId, serverId: subject.serverId }));
  else open("labels", subjectKey(subject));
}

function openForeign(scan: Extract<Scan, { readonly is: "foreign" }>, sayNothingFound: () => void): void {
  const { open, setFilter } = useConsole.getState();
  const [first, ...others] = scan.matches;
  if (first === undefined) {
    sayNothingFound();
    return;
  }
  if (others.length > 0) setFilter("services", "search", scan.text);
  open("services", others.length > 0 ? null : first.serviceId);
}
