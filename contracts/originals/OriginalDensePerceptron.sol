// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {OriginalClassifier64, OriginalDenseClassifier64} from "./OriginalClassifier64.sol";

/// @title The rules "dense-perceptron/1", for tests alone.
contract OriginalDensePerceptron is OriginalDenseClassifier64 {
    int80[] public weights;
    int80 public intercept;
    uint32 public learningRate;

    constructor(string[] memory names, int80[] memory weights_, int80 intercept_, uint32 rate)
        public
        OriginalClassifier64(names)
    {
        weights = weights_;
        intercept = intercept_;
        learningRate = rate;
    }

    function initializeWeights(int80[] calldata more) external onlyOwner {
        for (uint256 i = 0; i < more.length; ++i) {
            weights.push(more[i]);
        }
    }

    function update(int64[] calldata data, uint64 classification) external override onlyOwner {
        uint64 answer = predict(data);
        _requireUnitNorm(data);
        if (answer == classification) return;
        for (uint256 i = 0; i < data.length; ++i) {
            int80 step = int80(int256(data[i]) * learningRate / toFloat);
            weights[i] = classification == 0 ? weights[i] - step : weights[i] + step;
        }
    }

    function predict(int64[] memory data) public view override returns (uint64) {
        require(data.length == weights.length, "other dimension");
        int256 sum = intercept;
        for (uint256 i = 0; i < data.length; ++i) {
            sum += int256(weights[i]) * data[i];
        }
        return sum > 0 ? 1 : 0;
    }
}
