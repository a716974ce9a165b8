export { defaultColours, type PictureColours } from './pictures/draw/colours.js';
export type { PictureOptions, PictureWords } from './pictures/draw/picture-options.js';
export { profilePicture } from './pictures/profile-picture.js';
export { scoreBar } from './pictures/score-bar.js';
export type { PictureMessages } from '../model/messages/picture-messages.js';
