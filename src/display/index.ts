export type { PictureMessages } from '../model/messages/picture-messages.js';
