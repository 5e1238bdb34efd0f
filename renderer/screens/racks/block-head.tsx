import { useTranslation } from "react-i18next";
import type { RackBlock } from "../../../main/contract/shapes/rack";
import { formatList } from "../../text/format";
import { isNamed, useRackWords } from "./use-rack-words";

/** What it is called, what it is, and which units it takes. */
export function BlockHead({ block }: { readonly block: RackBlock }) {
  const { t } = useTranslation();
  const words = useRackWords();
  const faces = block.faces.map((face) => t(`racks.face.${face}`));
  return (
    <div>
      <h2>{words.title(block)}</h2>
      <div className="quiet">
        {block.detail !== "" && isNamed(block) ? <div>{block.detail}</div> : null}
        {isNamed(block) ? `${t(`racks.kind.${block.kind}`)} · ` : ""}
        {words.units(block)} · {formatList(faces)}
      </div>
    </div>
  );
}
