import { useQuery } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { Paperclip, SendHorizontal, X } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { uploadFile } from "@/api/files";
import { actOnOrder } from "@/api/orders";
import { newId } from "@/model/id";
import { isNamed } from "@/model/pinyin";
import type { FileValue } from "@/model/value";
import { IconButton } from "@/ui/IconButton";
import { useKept } from "@/ui/kept";
import { useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import { mentionedIn } from "./mentions";
import styles from "./orders.module.css";

const COMMENT_CHARS_MAX = 2_000;

/** Says something about an order without moving it; `@` tells a colleague. */
export function CommentBox({ order }: { order: string }) {
  const { t } = useTranslation("orders");
  const { data } = useQuery(directoryQuery);
  const people = (data?.users ?? []).filter(({ is_active }) => is_active);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useKept(`comment.${order}`);
  const [files, setFiles] = useState<readonly FileValue[]>([]);
  const [isBusy, setBusy] = useState<"sending" | "uploading" | null>(null);
  const key = useRef(newId());
  useShortcuts(t("say.label"), [
    { keys: "c", label: t("say.label"), run: () => box.current?.querySelector("textarea")?.focus() },
  ]);

  const attach = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])];
    target.value = "";
    setBusy("uploading");
    try {
      for (const file of chosen) {
        const value = await uploadFile(file);
        setFiles((old) => [...old, value]);
      }
    } catch (error) {
      toast.problem(error);
    } finally {
      setBusy(null);
    }
  };
  const send = async () => {
    if (text.trim() === "" || isBusy) return;
    setBusy("sending");
    try {
      const body = { text: text.trim(), mentions: mentionedIn(text, people), files: files.map(({ id }) => id) };
      await actOnOrder(order, "comment", body, { key: key.current });
      key.current = newId();
      setText("");
      setFiles([]);
    } catch (error) {
      toast.problem(error);
    } finally {
      setBusy(null);
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
        <label className={styles.attach} title={t("say.attach")}>
          <Paperclip size={16} />
          <input type="file" multiple aria-label={t("say.attach")} onChange={(event) => void attach(event)} />
        </label>
        {files.map(({ id, name }) => (
          <span key={id} className={styles.chip}>
            {name}
            <IconButton
              label={t("say.remove", { name })}
              icon={<X size={14} />}
              onClick={() => setFiles(files.filter((file) => file.id !== id))}
            />
          </span>
        ))}
        {isBusy === "uploading" && <span className={styles.faint}>{t("say.uploading")}</span>}
        <Button
          className={styles.send}
          icon={<SendHorizontal size={16} />}
          disabled={text.trim() === ""}
          loading={isBusy === "sending"}
          onClick={() => void send()}
        >
          {t("say.send")}
        </Button>
      </div>
    </div>
  );
}
