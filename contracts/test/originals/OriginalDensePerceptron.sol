// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OriginalClassifier} from "./OriginalClassifier.sol";

/// @title The rules "dense-perceptron/1", for tests alone.
contract OriginalDensePerceptron is OriginalClassifier {
    int80[] public weights;
    int80 public intercept;
    uint32 public learningRate;

    constructor(string[] memory names, int80[] memory weights_, int80 intercept_, uint32 rate)
        OriginalClassifier(names)
    {
        weights = weights_;
        intercept = intercept_;
        learningRate = rate;
    }

    function initializeWeights(int80[] calldata more) external {
        for (uint256 i = 0; i < more.length; ++i) {
            weights.push(more[i]);
        }
    }

    function update(int64[] calldata data, uint64 label) external {
        uint64 answer = predict(data);
        _requireUnitNorm(data);
        if (answer == label) return;
        for (uint256 i = 0; i < data.length; ++i) {
            int256 step = int256(data[i]) * int256(uint256(learningRate)) / int256(uint256(toFloat));
            weights[i] = int80(label == 0 ? weights[i] - step : weights[i] + step);
        }
    }

    function predict(int64[] calldata data) public view returns (uint64) {
        require(data.length == weights.length, "dimension");
        int256 sum = intercept;
        for (uint256 i = 0; i < data.length; ++i) {
            sum += int256(weights[i]) * data[i];
        }
        return sum > 0 ? 1 : 0;
    }
}
