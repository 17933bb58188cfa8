/** In the paths of the assets, which are kept for ever. A test holds it against the package. */
export const SWAGGER_UI_VERSION = '5.35.0';

interface SwaggerAsset {
  readonly operationId: string;
  /** Module specifier; the domain declares it, so that the build takes it along. */
  readonly specifier: string;
  readonly path: `/${string}`;
  readonly contentType: string;
}

function asset(operationId: string, file: string, contentType: string): SwaggerAsset {
  return {
    operationId,
    specifier: `swagger-ui-dist/${file}`,
    path: `/docs/${SWAGGER_UI_VERSION}/${file}`,
    contentType,
  };
}

export const styleAsset = asset('getReferenceStyle', 'swagger-ui.css', 'text/css; charset=utf-8');
export const scriptAsset = asset('getReferenceScript', 'swagger-ui-bundle.js', 'text/javascript; charset=utf-8');
export const iconAsset = asset('getReferenceIcon', 'favicon-32x32.png', 'image/png');

export const swaggerAssets: readonly SwaggerAsset[] = [styleAsset, scriptAsset, iconAsset];
