import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Carried } from "./placing";

/** What is being dragged, beside the pointer. It is moved without being drawn again. */
export function CarriedChip({ carried }: { readonly carried: Carried }) {
  const { t } = useTranslation();
  const chip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      if (chip.current)
        chip.current.style.transform = `translate(${String(clientX + 14)}px, ${String(clientY + 10)}px)`;
    };
    window.addEventListener("pointermove", follow);
    return () => {
      window.removeEventListener("pointermove", follow);
    };
  }, []);
  return (
    <div ref={chip} className="carried-chip" aria-hidden>
      {carried.title} · {t("racks.unitCount", { units: carried.height })}
    </div>
  );
}
