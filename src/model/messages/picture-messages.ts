/** The words of pictures. */
export interface PictureMessages {
  /** Not known, since a rating, a date or a count is missing. */
  readonly unrated: string;
}
