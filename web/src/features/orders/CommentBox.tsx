import { useQuery } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { SendHorizontal } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { directoryQuery } from "@/api/directory";
import { actOnOrder } from "@/api/orders";
import { useUnready } from "@/fields/attachment/unready";
import { useTranslation } from "@/i18n/words";
import { newId } from "@/model/id";
import { isNamed } from "@/model/pinyin";
import { useKept, useKeptFiles } from "@/ui/kept";
import { useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import { useBeginning } from "./beginning";
import { mentionedIn } from "./mentions";
import styles from "./orders.module.css";

const OpinionFiles = lazy(() => import("./OpinionFiles"));

const COMMENT_CHARS_MAX = 2_000;

/** Says something about an order without moving it; `@` tells a colleague. */
export function CommentBox({ order, isBegun }: { order: string; isBegun: boolean }) {
  const { t } = useTranslation("orders");
  const { data } = useQuery(directoryQuery);
  const people = (data?.users ?? []).filter(({ is_active }) => is_active);
  const box = useRef<HTMLDivElement>(null);
  const place = `comment.${order}`;
  const [text, setText] = useKept(place);
  const [files, setFiles] = useKeptFiles(`${place}.files`);
  const unready = useUnready(place);
  const [isBusy, setBusy] = useState(false);
  const key = useRef(newId());
  const write = () => box.current?.querySelector("textarea")?.focus();
  useShortcuts(t("say.label"), [{ keys: "c", label: t("say.label"), run: write }]);
  useBeginning(() => {
    if (isBegun) write();
  });

  const send = async () => {
    if (text.trim() === "" || isBusy) return;
    if (unready) return toast.info(unready);
    setBusy(true);
    try {
      const body = { text: text.trim(), mentions: mentionedIn(text, people), files: files.map(({ id }) => id) };
      await actOnOrder(order, "comment", body, { key: key.current });
      key.current = newId();
      setText("");
      setFiles([]);
    } catch (error) {
      toast.problem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.say} ref={box}>
      <Mentions
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={COMMENT_CHARS_MAX}
        placeholder={t("say.hint")}
        aria-label={t("say.label")}
        filterOption={(typed, { key, value = "" }) => isNamed(value, data?.pinyin[key ?? ""], typed)}
        options={people.map(({ id, name }) => ({ key: id, value: name, label: name }))}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <div className={styles.sayTools}>
        <div className={styles.sayFiles}>
          <Suspense>
            <OpinionFiles place={place} what={t("say.label")} files={files} onChange={setFiles} />
          </Suspense>
        </div>
        <Button
          className={styles.send}
          icon={<SendHorizontal size={16} />}
          disabled={text.trim() === ""}
          loading={isBusy}
          onClick={() => void send()}
        >
          {t("say.send")}
        </Button>
      </div>
    </div>
  );
}
