import { Button, Group, Input, Progress, SegmentedControl, Text } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import type { RackFace } from "../../../main/contract/shapes/rack";
import { useQuery } from "../../hooks/use-query";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import type { RackRoute } from "../../parts/rack-route";
import { drawSheets, offerDrawings, type DrawingWishes } from "./draw-racks";
import { PrintSheets } from "./print-sheets";
import { bothFaces } from "./rack-layout";

interface DrawingFormProps {
  readonly shown: readonly RackRoute[];
  readonly onClose: () => void;
}

type Faces = "front" | "rear" | "both";

const facesOf: Readonly<Record<Faces, readonly RackFace[]>> = { front: ["front"], rear: ["rear"], both: bothFaces };
/** As many as stay readable on a sheet of A4. */
const racksOfSheet: Readonly<Record<Faces, number>> = { front: 4, rear: 4, both: 2 };

/** Which racks are drawn, and how: a file of them, or sheets for the printer. Long work shows its progress and can be stopped. */
export function DrawingForm({ shown, onClose }: DrawingFormProps) {
  const { t } = useTranslation();
  const all = useQuery("rack.list", {}).value ?? [];
  const [which, setWhich] = useState<"shown" | "all">("shown");
  const [faces, setFaces] = useState<Faces>("front");
  const [format, setFormat] = useState<DrawingWishes["format"]>("pdf");
  const [paper, setPaper] = useState<"a4" | "a3" | "letter">("a4");
  const [done, setDone] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [sheets, setSheets] = useState<readonly Blob[] | null>(null);
  const stopping = useStopping();

  const racks = which === "shown" ? shown : all;
  const wishes = { faces: [...facesOf[faces]], format, paper };
  const goOn = (count: number): boolean => {
    setDone(count);
    return !stopping.isAsked();
  };
  /** Draws with progress; null where it was stopped or failed. */
  const draw = async <Drawn,>(deed: () => Promise<Fault | Drawn>): Promise<Drawn | null> => {
    stopping.begin();
    setFault(null);
    setDone(0);
    const drawn = await deed();
    setDone(null);
    if (isFault(drawn)) setFault(drawn);
    return isFault(drawn) || stopping.isAsked() ? null : drawn;
  };
  const save = async (): Promise<void> => {
    if (await draw(() => offerDrawings(racks, wishes, goOn))) onClose();
  };
  const print = async (): Promise<void> => {
    setSheets(await draw(() => drawSheets(racks, racksOfSheet[faces], wishes, goOn)));
  };

  return (
    <DialogForm onSubmit={save}>
      <Choice label={t("racks.drawing.which")}>
        <SegmentedControl
          fullWidth
          aria-label={t("racks.drawing.which")}
          data={[
            { value: "shown", label: t("racks.drawing.shown", { count: shown.length }) },
            { value: "all", label: t("racks.drawing.all", { count: all.length }), disabled: all.length === 0 },
          ]}
          value={which}
          onChange={setWhich}
        />
      </Choice>
      <Choice label={t("racks.drawing.faces")}>
        <SegmentedControl
          fullWidth
          aria-label={t("racks.drawing.faces")}
          data={[
            { value: "front", label: t("racks.frontOnly") },
            { value: "rear", label: t("racks.rearOnly") },
            { value: "both", label: t("racks.bothFaces") },
          ]}
          value={faces}
          onChange={setFaces}
        />
      </Choice>
      <Choice label={t("racks.drawing.format")}>
        <SegmentedControl
          fullWidth
          aria-label={t("racks.drawing.format")}
          data={[
            { value: "pdf", label: "PDF" },
            { value: "svg", label: "SVG" },
          ]}
          value={format}
          onChange={setFormat}
        />
        <Text c="dimmed" size="xs">
          {t(format === "pdf" ? "racks.drawing.pdfHint" : "racks.drawing.svgHint")}
        </Text>
      </Choice>
      {format === "pdf" ? (
        <Choice label={t("racks.drawing.paper")}>
          <SegmentedControl
            fullWidth
            aria-label={t("racks.drawing.paper")}
            data={(["a4", "a3", "letter"] as const).map((value) => ({
              value,
              label: t(`racks.drawing.papers.${value}`),
            }))}
            value={paper}
            onChange={setPaper}
          />
        </Choice>
      ) : null}
      <FaultNotice fault={fault} />
      {done === null ? null : <Working done={done} total={racks.length} />}
      <Group justify="flex-end" gap="xs">
        {done === null ? (
          <Button
            variant="default"
            leftSection={<IconPrinter size="1.1em" aria-hidden />}
            disabled={racks.length === 0}
            onClick={() => void print()}
          >
            {t("racks.drawing.print")}
          </Button>
        ) : (
          <Button variant="default" onClick={stopping.ask}>
            {t("racks.drawing.stop")}
          </Button>
        )}
        <Button
          type="submit"
          loading={done !== null}
          disabled={racks.length === 0}
          leftSection={<IconDownload size="1.1em" aria-hidden />}
        >
          {t("racks.drawing.save")}
        </Button>
      </Group>
      {sheets === null ? null : <PrintSheets sheets={sheets} onPrinted={onClose} />}
    </DialogForm>
  );
}

interface Stopping {
  readonly begin: () => void;
  readonly ask: () => void;
  readonly isAsked: () => boolean;
}

/** Whether long work is to end early; it does when the form goes. */
function useStopping(): Stopping {
  const asked = useRef(false);
  const [stopping] = useState<Stopping>(() => ({
    begin: () => {
      asked.current = false;
    },
    ask: () => {
      asked.current = true;
    },
    isAsked: () => asked.current,
  }));
  useEffect(() => stopping.ask, [stopping]);
  return stopping;
}

function isFault(drawn: unknown): drawn is Fault {
  return typeof drawn === "object" && drawn !== null && "kind" in drawn && "message" in drawn;
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Input.Label component="div">{label}</Input.Label>
      {children}
    </div>
  );
}

function Working({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useTranslation();
  const text = t("racks.drawing.working", { done, total });
  return (
    <div role="status">
      <Progress value={(100 * done) / Math.max(1, total)} aria-label={text} />
      <Text size="xs">{text}</Text>
    </div>
  );
}
