import { IconEye, IconTool, IconUserShield, type TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Role, SignInOffer } from "../../../main/contract/shapes/operator";

const roleIcons: Readonly<Record<Role, TablerIcon>> = {
  technician: IconTool,
  administrator: IconUserShield,
  auditor: IconEye,
};

interface OperatorTilesProps {
  readonly offers: readonly SignInOffer[];
  readonly onChoose: (offer: SignInOffer) => void;
}

/** Everybody who may sign in, as tiles large enough for gloves. */
export function OperatorTiles({ offers, onChoose }: OperatorTilesProps) {
  const { t } = useTranslation();
  return (
    <ul className="operator-tiles" aria-label={t("gate.operators")}>
      {offers.map((offer) => (
        <li key={offer.name}>
          <button
            type="button"
            className="operator-tile"
            onClick={() => {
              onChoose(offer);
            }}
          >
            <OperatorMark role={offer.role} />
            <span className="operator-tile-name">{offer.name}</span>
            <span className="quiet">{t(`gate.role.${offer.role}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The sign of a role, where a picture of the person would stand. */
export function OperatorMark({ role }: { readonly role: Role }) {
  const Icon = roleIcons[role];
  return (
    <span className="operator-mark">
      <Icon size={22} stroke={1.6} aria-hidden />
    </span>
  );
}
