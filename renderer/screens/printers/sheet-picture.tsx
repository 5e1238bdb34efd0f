import { useTranslation } from "react-i18next";
import type { StockContent } from "../../../main/contract/shapes/label";

/** A sheet with its labels to scale, so that a wrong number is seen before paper is wasted. */
export function SheetPicture({ stock }: { readonly stock: StockContent }) {
  const { t } = useTranslation();
  const { sheet, width, height } = stock;
  if (sheet === null || height === null) return null;
  const { columns, rows, originX, originY, pitchX, pitchY, pageWidth, pageHeight } = sheet;
  return (
    <svg
      role="img"
      aria-label={t("printers.sheetPicture", { count: columns * rows })}
      viewBox={`0 0 ${String(pageWidth)} ${String(pageHeight)}`}
      style={{ width: "14rem", aspectRatio: `${String(pageWidth)} / ${String(pageHeight)}` }}
      className="label-drawing"
    >
      <rect className="label-drawing-paper" width={pageWidth} height={pageHeight} />
      {Array.from({ length: columns * rows }, (_, index) => {
        const x = originX + (index % columns) * pitchX;
        const y = originY + Math.floor(index / columns) * pitchY;
        const isOutside = x + width > pageWidth + 0.05 || y + height > pageHeight + 0.05;
        return (
          <rect
            key={index}
            x={x}
            y={y}
            width={width}
            height={height}
            fill={isOutside ? "#fdeceb" : "#eef0f3"}
            stroke={isOutside ? "#b42318" : "#5a6472"}
            strokeWidth={0.5}
          />
        );
      })}
    </svg>
  );
}
