import { Popover } from "antd";
import { useEffect } from "react";
import { useTranslation } from "@/i18n/words";
import { UserAvatar } from "../UserAvatar";
import { useValueWords } from "../value_text";
import { announce } from "./announce";
import styles from "./CompanyChip.module.css";

const FACES_MAX = 3;

/** Somebody else draws here, too. Pressed, it says what happens when both change something; nobody else means another window of one's own. */
export default function CompanyChip({ others }: { others: readonly string[] }) {
  const { t } = useTranslation("designer");
  const { nameOf } = useValueWords();
  const names = others.map(nameOf);
  const [first] = names;
  const words = (() => {
    if (!first) return t("company.own");
    return names.length === 1 ? t("company.one", { who: first }) : t("company.many", { count: names.length });
  })();
  useEffect(() => announce(words), [words]);
  const all = names.length > 1 && <p>{names.join(t("company.comma"))}</p>;
  const told = (
    <div className={styles.told}>
      {all}
      <p>{t("company.told")}</p>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={told}>
      <button type="button" className={styles.chip}>
        <span className={styles.faces} aria-hidden="true">
          {names.slice(0, FACES_MAX).map((name) => (
            <UserAvatar key={name} name={name} size={22} />
          ))}
        </span>
        {words}
      </button>
    </Popover>
  );
}
