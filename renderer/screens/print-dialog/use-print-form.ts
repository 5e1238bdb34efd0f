import { useState } from "react";
import type { CallOutput } from "../../../main/contract/calls";
import type { LabelKind, LabelSubject } from "../../../main/contract/shapes/label";
import type { Printer, PrintRequest } from "../../../main/contract/shapes/printer";
import { useKeptForm } from "../../hooks/use-kept-form";
import { useQuery, type Query } from "../../hooks/use-query";
import { labelKindOf } from "./label-kind-of";

export type ListedStock = CallOutput<"label-stock.list">[number];
type ListedTemplate = CallOutput<"label-template.list">[number];

/** What was chosen the last time, for this kind of label. */
interface Choice {
  readonly printerId: string | null;
  readonly stockId: string | null;
  readonly templateId: string | null;
  readonly bothSides: boolean;
}

export interface PrintForm {
  readonly subjects: readonly LabelSubject[];
  readonly printers: Query<Printer[]>;
  readonly stocks: Query<ListedStock[]>;
  readonly templates: Query<ListedTemplate[]>;
  readonly printer: Printer | undefined;
  readonly stock: ListedStock | undefined;
  readonly template: ListedTemplate | undefined;
  readonly copies: number;
  readonly bothSides: boolean;
  readonly startPosition: number;
  /** Complete, or null while something is not chosen. */
  readonly request: PrintRequest | null;
  readonly choose: (choice: Partial<Choice>) => void;
  readonly setCopies: (copies: number) => void;
  readonly setStartPosition: (position: number) => void;
}

const nothingChosen: Choice = { printerId: null, stockId: null, templateId: null, bothSides: false };

/** The choices of the print dialog for one kind of label; what was chosen the last time stands there again. */
export function usePrintForm(asked: readonly LabelSubject[], kind: LabelKind): PrintForm {
  const { values, change } = useKeptForm(`print ${kind}`, nothingChosen);
  const [copies, setCopies] = useState(1);
  const [position, setPosition] = useState<{ readonly stockId: string; readonly at: number } | null>(null);
  const printers = useQuery("printer.list", {});
  const stocks = useQuery("label-stock.list", {});
  const printer = printers.value?.find(({ id }) => id === values.printerId) ?? printers.value?.[0];
  const stock =
    stocks.value?.find(({ id }) => id === (values.stockId ?? printer?.stockId)) ?? loadedStock(stocks.value, printer);
  const templates = useQuery("label-template.list", stock ? { kind, stockId: stock.id } : null);
  const template = templates.value?.find(({ id }) => id === values.templateId) ?? templates.value?.[0];
  const startPosition = stock?.sheet ? (position?.stockId === stock.id ? position.at : stock.nextPosition) : 0;
  const subjects = asked.filter((subject) => labelKindOf(subject) === kind);
  return {
    subjects,
    printers,
    stocks,
    templates,
    printer,
    stock,
    template,
    copies,
    bothSides: values.bothSides,
    startPosition,
    request:
      printer && stock && template
        ? {
            subjects: [...subjects],
            templateId: template.id,
            printerId: printer.id,
            stockId: stock.id,
            copies,
            bothSides: values.bothSides,
            startPosition,
          }
        : null,
    choose: (choice) => {
      // Another printer has other stock in it.
      const stockId = choice.printerId === undefined ? {} : { stockId: null };
      change((before) => ({ ...before, ...stockId, ...choice }));
    },
    setCopies,
    setStartPosition: (at) => {
      if (stock) setPosition({ stockId: stock.id, at });
    },
  };
}

function loadedStock(
  stocks: readonly ListedStock[] | undefined,
  printer: Printer | undefined,
): ListedStock | undefined {
  return (
    stocks?.find(({ id }) => id === printer?.stockId) ??
    stocks?.find((one) => printer && suits(one, printer)) ??
    stocks?.[0]
  );
}

/** Stock of the family that a printer of this language takes. */
export function suits({ family }: ListedStock, { language }: Printer): boolean {
  if (family === "other") return true;
  if (language === "zpl") return family === "zebra";
  if (language === "brother-ql" || language === "brother-pt") return family === language;
  return true;
}
