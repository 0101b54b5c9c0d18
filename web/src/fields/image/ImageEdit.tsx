import { useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import { sessionQuery } from "@/api/session";
import { useFormat } from "@/ui/format";
import { UploadGoal } from "@/ui/uploads/goal";
import { AttachmentEdit } from "../attachment/AttachmentEdit";
import { filesOf, IMAGE_MEDIA } from "../attachment/accept";
import type { EditProps } from "../registry";
import { useScene } from "../sheet/scene";
import { takenAt } from "./taken";
import { marked } from "./watermark";

export default function ImageEdit({ field, value, onBlur: _onBlur, ...rest }: EditProps<"image">) {
  const { max_files, camera_only, watermark } = field.control;
  const format = useFormat();
  const { data: me } = useQuery(sessionQuery);
  const goal = useContext(UploadGoal);
  const { user, person } = useScene();
  // A form that is tried with another's eyes is signed by them.
  const who = (user && person(user)?.name) ?? me?.user.name ?? "";
  const mark = async (file: File) => {
    const lines = [`${format.dateTime(await takenAt(file))} ${who}`, goal?.title ?? ""];
    return marked(
      file,
      lines.filter((line) => line.trim() !== ""),
    );
  };
  return (
    <AttachmentEdit
      {...rest}
      field={field.id}
      {...(watermark && { prepare: mark })}
      look="pictures"
      accept={IMAGE_MEDIA.join(",")}
      isCameraOnly={camera_only}
      isRefused={({ type }) => !IMAGE_MEDIA.includes(type)}
      files={filesOf(value)}
      max={max_files}
    />
  );
}
