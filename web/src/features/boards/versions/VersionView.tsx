import { Modal } from "antd";
import { useTranslation } from "@/i18n/words";
import { TileBody } from "@/tiles/TileBody";
import { EmptyState } from "@/ui/EmptyState";
import type { BoardDoc } from "../edits/change";
import { useForms } from "../view/board_data";
import { askedOf, formsOf, readingOrder } from "../view/board_look";
import styles from "../view/boards.module.css";
import { pagesOf } from "../view/tabs";
import pages from "../view/tabs.module.css";

export interface VersionViewProps {
  version: number;
  doc: BoardDoc;
  onClose: () => void;
}

/** A version to look at: its charts where they stood, with the numbers of today. */
export function VersionView({ version, doc, onClose }: VersionViewProps) {
  const { t } = useTranslation("boards");
  const { t: tVersions } = useTranslation("versions");
  const { tiles, filters = [] } = doc.definition;
  const forms = useForms(formsOf(doc));
  return (
    <Modal
      open
      centered
      width="min(1280px, 94vw)"
      footer={null}
      title={`${doc.name} · ${tVersions("version", { version })}`}
      onCancel={onClose}
    >
      <p className={styles.still}>{t("versions.today")}</p>
      <div className={styles.version}>
        {tiles.length === 0 && <EmptyState art="tiles" title={t("versions.bare")} />}
        {pagesOf(doc.definition).map(({ tab, name, tiles: own }) => (
          <section key={tab} className={pages.shown} aria-label={name || doc.name}>
            {name && <h3>{name}</h3>}
            <ul className={styles.grid}>
              {readingOrder(own).map(({ id, title, chart, x, y, w, h }) => (
                <li
                  key={id}
                  className={styles.cell}
                  style={{ gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` }}
                >
                  <section className={styles.tile} aria-label={title}>
                    <header className={styles.head}>
                      <h2 title={title}>{title}</h2>
                    </header>
                    <div className={styles.content}>
                      <TileBody {...askedOf(chart, filters)} title={title} form={forms.get(chart.form)} />
                    </div>
                  </section>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  );
}
