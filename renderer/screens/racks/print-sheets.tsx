import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import "./print-sheets.css";

interface PrintSheetsProps {
  /** Pictures, one to a sheet. */
  readonly sheets: readonly Blob[];
  readonly onPrinted: () => void;
}

/** Sheets that only the printer sees. The system's print dialog opens once they are all there. */
export function PrintSheets({ sheets, onPrinted }: PrintSheetsProps) {
  const addresses = useMemo(() => sheets.map((sheet) => URL.createObjectURL(sheet)), [sheets]);
  const [loaded, setLoaded] = useState(0);
  useEffect(
    () => () => {
      for (const address of addresses) URL.revokeObjectURL(address);
    },
    [addresses],
  );
  const isReady = loaded === addresses.length;
  useEffect(() => {
    if (!isReady) return;
    window.print();
    onPrinted();
  }, [isReady, onPrinted]);
  return createPortal(
    <div className="rack-sheets" aria-hidden>
      {addresses.map((address) => (
        <img
          key={address}
          src={address}
          alt=""
          onLoad={() => {
            setLoaded((before) => before + 1);
          }}
        />
      ))}
    </div>,
    document.body,
  );
}
