/** A grey picture, 0 black to 255 white, and where it lies on the label as it is fed. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Dots in a millimetre. */
  readonly scale: number;
  /** The label's upper left corner to the picture's, in millimetres. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const dark = 128;

export function isDark({ width, height, data }: Picture, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height && (data[y * width + x] ?? 255) < dark;
}

/** A part of the picture in its own dots; beyond the edge it is white. */
export function crop(picture: Picture, box: Box): Picture {
  const [left, top] = [Math.floor(box.x), Math.floor(box.y)];
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = [left + x, top + y];
      if (fromX >= 0 && fromY >= 0 && fromX < picture.width && fromY < picture.height)
        data[y * width + x] = picture.data[fromY * picture.width + fromX] ?? 255;
    }
  }
  return { ...picture, width, height, data, x: picture.x + left / picture.scale, y: picture.y + top / picture.scale };
}

/** As heat and ink spread: every dot becomes the mean of itself and its eight neighbours. */
export function blur(picture: Picture): Picture {
  const data = new Uint8Array(picture.data.length);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) sum += at(picture, x + dx, y + dy);
      data[y * picture.width + x] = sum / 9;
    }
  }
  return { ...picture, data };
}

/** As a camera sees it: twice as many dots, turned by some degrees about the middle. */
export function photograph(picture: Picture, degrees: number): Picture {
  const [width, height] = [picture.width * 2, picture.height * 2];
  const data = new Uint8Array(width * height);
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle) / 2, Math.sin(angle) / 2];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x + 0.5 - width / 2, y + 0.5 - height / 2];
      const sourceX = picture.width / 2 + dx * cosine + dy * sine - 0.5;
      const sourceY = picture.height / 2 - dx * sine + dy * cosine - 0.5;
      data[y * width + x] = between(picture, sourceX, sourceY);
    }
  }
  return { ...picture, width, height, data, scale: picture.scale * 2 };
}

function between(picture: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  const upper = at(picture, left, top) * (1 - right) + at(picture, left + 1, top) * right;
  const lower = at(picture, left, top + 1) * (1 - right) + at(picture, left + 1, top + 1) * right;
  return upper * (1 - down) + lower * down;
}

function at({ width, height, data }: Picture, x: number, y: number): number {
  return x >= 0 && y >= 0 && x < width && y < height ? (data[y * width + x] ?? 255) : 255;
}
