import { ConfigProvider, Input } from "antd";
import { ChevronRight, Search } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { isNamed } from "@/model/pinyin";
import { readPreference, writePreference } from "../preference";
import { useWanted } from "./focus_property";
import styles from "./InspectorFrame.module.css";
import { LockNote, type LockNoteProps } from "./LockNote";
import { PropertySearchContext } from "./property_search";

export interface InspectorGroup {
  /** Remembers open or closed under this name: `form.validation`. */
  id: string;
  label: string;
  content: ReactNode;
  /** Whether the property has its row in here; where nobody says, it may. */
  holds?: (property: string) => boolean;
}

export interface InspectorFrameProps {
  /** What is selected. */
  title: ReactNode;
  /** Its kind, or how many are selected. */
  subtitle?: ReactNode;
  icon?: ReactNode;
  groups: readonly InspectorGroup[];
  /** The groups hold properties that may be looked for. */
  hasSearch?: boolean;
  /** Given while nothing may be changed here. */
  lock?: LockNoteProps | undefined;
  /** Above the groups: tabs. */
  children?: ReactNode;
}

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 3;

/** The right pane of a designer: properties in groups that remember whether they are open, and a search among them. */
export function InspectorFrame({
  title,
  subtitle,
  icon,
  groups,
  hasSearch = false,
  lock,
  children,
}: InspectorFrameProps) {
  const { t } = useTranslation("designer");
  const [text, setText] = useState("");
  const isSearched = hasSearch && groups.length >= SEARCHED_FROM;
  return (
    <>
      <header className={styles.head}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <div className={styles.titles}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
      </header>
      {lock && <LockNote {...lock} />}
      {children}
      {isSearched && (
        <div className={styles.search}>
          <Input
            size="small"
            prefix={<Search size={13} />}
            placeholder={t("searchProperty")}
            aria-label={t("searchProperty")}
            value={text}
            allowClear
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      <div className={styles.groups}>
        {groups.map((group) => (
          <Group key={group.id} group={group} text={isSearched ? text.trim() : ""} isLocked={lock !== undefined} />
        ))}
      </div>
    </>
  );
}

interface GroupProps {
  group: InspectorGroup;
  /** What is looked for. */
  text: string;
  isLocked: boolean;
}

function Group({ group, text, isLocked }: GroupProps) {
  const [isOpen, setOpen] = useState(() => readPreference(`inspector.${group.id}`, true));
  const { property, count } = useWanted();
  const seen = useRef(count);
  const { holds } = group;
  const [found, setFound] = useState(0);
  const isNamedSo = text !== "" && isNamed(group.label, undefined, text);
  const search = useMemo(
    () => ({ text: isNamedSo ? "" : text, count: (more: 1 | -1) => setFound((count) => count + more) }),
    [text, isNamedSo],
  );
  useEffect(() => {
    if (count !== seen.current && (holds?.(property) ?? true)) setOpen(true);
    seen.current = count;
  }, [property, count, holds]);
  const isShown = isOpen || text !== "";
  const toggle = () => {
    setOpen(!isOpen);
    writePreference(`inspector.${group.id}`, !isOpen);
  };
  return (
    <section className={styles.group} aria-label={group.label} hidden={text !== "" && !isNamedSo && found === 0}>
      <button type="button" className={styles.label} aria-expanded={isShown} onClick={toggle}>
        <ChevronRight size={14} className={styles.arrow} />
        {group.label}
      </button>
      {isShown && (
        <PropertySearchContext value={search}>
          {isLocked ? (
            <ConfigProvider componentDisabled>
              <fieldset className={styles.content} disabled>
                {group.content}
              </fieldset>
            </ConfigProvider>
          ) : (
            <div className={styles.content}>{group.content}</div>
          )}
        </PropertySearchContext>
      )}
    </section>
  );
}
