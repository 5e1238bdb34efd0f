import { memo, type CSSProperties, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock, RackFace } from "../../../main/contract/shapes/rack";
import { formatRackRoute } from "../../parts/rack-route";
import { Ghost } from "./ghost";
import { RackFaceView } from "./rack-face";
import type { FaceEntry } from "./rack-layout";
import type { Placing } from "./placing";
import type { PlacingHands } from "./use-placing";
import "./rack-elevation.css";

/** What the pane shows: an entry of one face. */
export interface Spot {
  readonly face: RackFace;
  readonly key: string;
}

interface RackElevationProps {
  readonly rack: Elevation;
  readonly faces: readonly RackFace[];
  readonly selected: Spot | null;
  readonly onSelect: (face: RackFace, entry: FaceEntry) => void;
  readonly onHold?: ((block: RackBlock, event: PointerEvent) => void) | undefined;
  /** What is being placed in this rack; null where it hovers over another. */
  readonly placing: Placing | null;
  readonly hands: PlacingHands | null;
}

/** A rack from the front and the rear, side by side, with its units numbered from the bottom. */
export const RackElevation = memo(function RackElevation(props: RackElevationProps) {
  const { rack, faces, selected, onSelect, onHold, placing, hands } = props;
  const { t } = useTranslation();
  const operated = faces.find((face) => placing?.carried.faces.includes(face));
  return (
    <div
      className="rack-elevation"
      data-rack={formatRackRoute(rack)}
      data-size={rack.size}
      // A custom property is no known CSS property.
      style={{ "--rack-size": rack.size } as CSSProperties}
    >
      <div className="rack-ruler" aria-hidden>
        {Array.from({ length: rack.size }, (_, step) => (
          <span key={step}>{rack.size - step}</span>
        ))}
      </div>
      {faces.map((face) => (
        <div key={face} className="rack-face">
          <div className="rack-face-name" aria-hidden>
            {t(`racks.face.${face}`)}
          </div>
          <div className="rack-face-frame">
            <RackFaceView
              rack={rack}
              face={face}
              selectedKey={selected?.face === face ? selected.key : null}
              onSelect={onSelect}
              onHold={onHold}
            />
            {placing?.at && hands && placing.carried.faces.includes(face) ? (
              <Ghost
                placing={placing}
                bottom={placing.at.bottom}
                rack={rack}
                isOperated={face === operated}
                hands={hands}
              />
            ) : null}
          </div>
        </div>
      ))}
    </div>
  );
});
